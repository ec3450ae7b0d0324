// A drawing the server made, such as a QR code, as part of the page.

interface DrawingProps {
  svg: string;
  label: string;
  class: string;
}

export function Drawing({ svg, label, ...rest }: DrawingProps) {
  return (
    <div
      role="img" aria-label={label} class={rest.class}
      ref={(holder) => holder?.replaceChildren(parsed(svg))}
    />
  );
}

function parsed(svg: string): Node {
  const read = new DOMParser().parseFromString(svg, "image/svg+xml");
  return document.adoptNode(read.documentElement);
}
