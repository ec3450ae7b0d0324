// How the pages are tested: Debian's own Chromium, one office, one test at a
// time. SUIVANT_BINARY names another program than the release build.

export default {
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "results",
  reporter: process.env.CI ? [["list"]] : [["line"]],
  workers: 1,
  fullyParallel: false,
  // A machine that is busy otherwise may be late once, which is then reported;
  // what fails twice is broken.
  retries: 1,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  use: {
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 390, height: 844 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
};
