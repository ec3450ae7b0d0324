// The picture of each kind of service, drawn in one line width.

const shapes: Record<string, string> = {
  none: "M7 5h18a3 3 0 0 1 3 3v4a4 4 0 0 0 0 8v4a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3"
    + "v-4a4 4 0 0 0 0-8V8a3 3 0 0 1 3-3zM19 9v2M19 15v2M19 21v2",
  appointment: "M6 7h20v20H6zM6 13h20M11 4v5M21 4v5M11 20l3.5 3.5L21 17",
  papers: "M4 7h24v18H4zM8 21c.6-3 2-4.5 4-4.5s3.4 1.5 4 4.5M12 16.5"
    + "a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM19 13h6M19 17h6M19 21h4",
  family: "M11 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM21.5 14a3 3 0 1"
    + " 0 0-6 3 3 0 0 0 0 6zM4 27v-4c0-4 3-7 7-7s7 3 7 7v4M20 17.5c4-.8 8"
    + " 1.5 8 6V27",
  works: "M4 27h24M7 27V14l9-8 9 8v13M13 27v-8h6v8M21 10V6h3v6.5",
  question: "M16 28a12 12 0 1 0 0-24 12 12 0 0 0 0 24zM12.5 13c0-2 1.5-3.5"
    + " 3.5-3.5s3.5 1.4 3.5 3.3c0 2.6-3.5 2.8-3.5 5.7M16 22.5"
    + "v.1",
  home: "M4 16 16 5l12 11M8 13v14h16V13M13 27v-7h6v7",
  money: "M3 8h26v16H3zM16 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM7 16h.1M25 16h.1",
  health: "M12 4h8v8h8v8h-8v8h-8v-8H4v-8h8z",
  waste: "M6 9h20M12 9V5h8v4M8 9l1.5 18h13L24 9M13 14v8M19 14v8",
  school: "M2 12 16 6l14 6-14 6zM8 15v7c5 4 11 4 16 0v-7M29 13v8",
  sport: "M3 24c2.5 0 2.5 2 5 2s2.5-2 5-2 2.5 2 5 2 2.5-2 5-2 2.5 2 5"
    + " 2M9 19l7-6-4-4 6-3 6 9M23 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  vehicle: "M4 22v-6l3-8h18l3 8v6zM4 16h24M7 22v4M25 22v4M9 19h.1M23 19h.1",
  vote: "M5 17h22v10H5zM10 21h12M11 17V5h10v12M14 10l1.5 1.5L18.5 8.5",
};

export function Picture({ of }: { of: string }) {
  return (
    <svg class="kiosk-picture" viewBox="0 0 32 32" aria-hidden="true">
      <path d={shapes[of] ?? shapes.none} />
    </svg>
  );
}
