import { Component, h, type ComponentType, type FunctionComponent } from 'preact';

/** Draws again only when a prop is another value; what preact/compat has, without the rest of it. */
export function memo<P extends object>(inner: FunctionComponent<P>): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = Object.keys(next) as (keyof P)[];
      return names.some(name => !Object.is(next[name], this.props[name]));
    }
    override render() {
      return h(inner, this.props as P);
    }
  };
}
