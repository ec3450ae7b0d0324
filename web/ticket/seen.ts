// Which news the person has put away; it stays away when the page is opened
// again.

import { useState } from "preact/hooks";
import { recall, remember } from "../shared/storage.ts";

export function useSeen() {
  const [seen, setSeen] = useState(recall<string>("seen_move") ?? "");
  const see = (id: string) => {
    remember("seen_move", id);
    setSeen(id);
  };
  return [seen, see] as const;
}
