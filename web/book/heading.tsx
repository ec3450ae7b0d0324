// The question of a step. A new step is told to screen readers by moving the
// focus to it; the first one leaves the focus where the page began.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface HeadingProps {
  lead?: string | undefined; // What the question is about.
  children: ComponentChildren;
}

let isFirst = true;

export function Heading({ lead, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    isFirst = false;
  }, []);
  return (
    <div class="question">
      <h1 ref={heading} tabIndex={-1}>{children}</h1>
      {lead && <p class="lead">{lead}</p>}
    </div>
  );
}
