// A script for the tests of the pages; long enough to be zipped.
console.log("line after line of the same");
console.log("line after line of the same");
console.log("line after line of the same");
console.log("line after line of the same");
console.log("line after line of the same");
console.log("line after line of the same");
console.log("line after line of the same");
console.log("line after line of the same");
console.log("line after line of the same");
console.log("line after line of the same");
console.log("line after line of the same");
console.log("line after line of the same");
