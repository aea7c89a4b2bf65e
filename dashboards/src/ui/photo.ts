const MOST_SIDE = 1_600;
const QUALITY = 0.8;
/** What the server takes; a larger upload would only end in its refusal, after a long wait on a slow network. */
const MOST_BYTES = 5 * 1024 * 1024;
const TYPES = ['image/jpeg', 'image/png', 'image/webp'];

export type Unfit = 'large' | 'type';

/** The photo drawn smaller where the browser can: phones' photos are large, their networks slow. */
export async function smallPhoto(file: File): Promise<Blob | Unfit> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, MOST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', QUALITY));
    return small ?? file;
  } catch {
    if (!TYPES.includes(file.type)) return 'type';
    return file.size > MOST_BYTES ? 'large' : file; // The server says what is wrong with it.
  }
}

/** For a photo that travels inside JSON. */
export function dataAddress(photo: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(photo);
  });
}
