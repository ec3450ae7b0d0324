// Says calls one after another, never two at once: the chime, then the words
// in French and in English. A long queue drops its oldest words, since people
// look at the screen by then.

import { sayIn, type Language } from "../shared/i18n.ts";
import { sound } from "../shared/sound.ts";
import { spoken, type Call } from "./calls.ts";

export interface Wishes {
  chime: boolean;
  voice: boolean;
}

const mostWaiting = 4;
const longestSentence = 9000;
const tongues: Language[] = ["fr", "en"];

export class Announcer {
  private waiting: Call[] = [];
  private speaking = false;

  constructor(private wishes: Wishes) {}

  wish(wishes: Wishes) {
    this.wishes = wishes;
    if (!wishes.voice) window.speechSynthesis?.cancel();
  }

  announce(calls: Call[]) {
    this.waiting.push(...calls);
    this.waiting.splice(0, this.waiting.length - mostWaiting);
    if (!this.speaking) this.run();
  }

  private async run() {
    this.speaking = true;
    for (let call = this.waiting.shift(); call; call = this.waiting.shift()) {
      if (this.wishes.chime) await pause(sound.chime());
      for (const tongue of tongues)
        if (this.wishes.voice) await say(tongue, call);
    }
    this.speaking = false;
  }
}

function pause(milliseconds: number) {
  return new Promise((next) => setTimeout(next, milliseconds));
}

function say(tongue: Language, { number, counter }: Call): Promise<unknown> {
  const synthesis = window.speechSynthesis;
  const voice = synthesis?.getVoices()
    .find(({ lang }) => lang.toLowerCase().startsWith(tongue));
  if (!voice) return Promise.resolve();
  const words = { number: spoken(number), counter };
  const sentence = new SpeechSynthesisUtterance(
    sayIn(tongue, "board.said", words),
  );
  sentence.voice = voice;
  sentence.lang = voice.lang;
  sentence.rate = 0.9;
  const said = new Promise((next) => {
    sentence.onend = next;
    sentence.onerror = next;
  });
  synthesis.speak(sentence);
  // Some browsers forget to say that they have finished.
  return Promise.race([said, pause(longestSentence)]);
}
