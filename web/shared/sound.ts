// A soft two-tone chime and a buzz. Browsers stay silent until the person has
// touched the page once; `unlock` is that touch.

let context: AudioContext | null = null;

export const sound = {
  /** Call in a gesture. Resolves to whether sound may now be heard. */
  async unlock(): Promise<boolean> {
    context ??= "AudioContext" in window ? new AudioContext() : null;
    if (!context) return false;
    // Without permission resume() never settles.
    const patience = new Promise((next) => setTimeout(next, 400));
    await Promise.race([context.resume().catch(() => null), patience]);
    return this.ready();
  },

  ready(): boolean {
    return context?.state === "running";
  },

  /** Returns how many milliseconds it will be heard; 0 when it may not. */
  chime(): number {
    if (!context || !this.ready()) return 0;
    strike(context, 659.25, 0);
    strike(context, 523.25, 0.32);
    return 1300;
  },
};

const overtones = [[1, 0.5], [2, 0.14], [3, 0.05]] as const;

function strike(on: AudioContext, pitch: number, after: number) {
  const start = on.currentTime + after;
  for (const [overtone, loudness] of overtones) {
    const tone = on.createOscillator();
    const volume = on.createGain();
    tone.frequency.value = pitch * overtone;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loudness, start + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0005, start + 1);
    tone.connect(volume).connect(on.destination);
    tone.start(start);
    tone.stop(start + 1.05);
  }
}

export function vibrate() {
  navigator.vibrate?.([300, 150, 300, 150, 600]);
}
