// A screen nobody knows shows a code; staff type it, and the screen starts.

import { useEffect, useState } from "preact/hooks";
import { post, Refusal, statusOf } from "./api.ts";
import { t } from "./i18n.ts";
import { Problem, Waiting } from "./ui.tsx";
import "./pairing.css";

interface Offer {
  code: string;
  secret: string;
}

const askEvery = 3000;
const tryAgainAfter = 15_000;

export function Pairing({ onPaired }: { onPaired(): void }) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);

  useEffect(() => {
    if (offer) return;
    let over = false;
    const ask = () => post<Offer>("/pairings", {}).then(
      (made) => over || (setProblem(null), setOffer(made)),
      (refused) => over || setProblem(refused),
    );
    ask();
    const timer = setInterval(ask, tryAgainAfter);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [offer]);

  useEffect(() => {
    if (!offer) return;
    const body = { secret: offer.secret };
    const timer = setInterval(async () => {
      const status = await statusOf("POST", "/pairings/claim", { body });
      if (status === 200) onPaired();
      else if (status === 404 || status === 409) setOffer(null); // Too old.
    }, askEvery);
    return () => clearInterval(timer);
  }, [offer]);

  return (
    <section class="pairing">
      <h2>{t("board.pair_title")}</h2>
      <p>{t("board.pair_hint")}</p>
      <Problem problem={problem} />
      {offer ? <p class="pairing-code number">{offer.code}</p>
        : !problem && <Waiting />}
      <p class="soft">{t("board.pair_waiting")}</p>
    </section>
  );
}
