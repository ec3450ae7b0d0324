// The QR code of a ticket's link, drawn by the server. It is the right to the
// ticket, so it is asked for anew and never kept.

import { useEffect, useState } from "preact/hooks";
import { post } from "../shared/api.ts";
import { Drawing } from "../shared/drawing.tsx";

/** The drawing, "failed", or null while it is on its way. */
export function useCode(office: string, token: string): string | null {
  const [drawing, show] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    show(token ? null : "failed");
    if (token)
      post<string>(`/offices/${office}/qr`, { token }).then(
        (svg) => wanted && show(svg), () => wanted && show("failed"),
      );
    return () => void (wanted = false);
  }, [office, token]);
  return drawing;
}

interface CodeProps {
  drawing: string;
  label: string;
}

export function Code({ drawing, label }: CodeProps) {
  return <Drawing class="code" svg={drawing} label={label} />;
}
