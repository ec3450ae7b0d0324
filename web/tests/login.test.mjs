// Where signing in leads. A link may only lead to a page of this site.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { homeOf, nextPath } = await load("login/next.ts");
const site = "https://hall.example";
const next = (path) =>
  nextPath(`?next=${encodeURIComponent(path)}`, site);

test("one goes back to where one came from", () => {
  assert.equal(next("/desk/mairie"), "/desk/mairie");
  assert.equal(next("/desk/mairie?lang=en"), "/desk/mairie?lang=en");
});

test("nobody is led to another site", () => {
  for (const path of [
    "//evil.example/x",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "desk/mairie",
    "",
  ])
    assert.equal(next(path), null, path);
  assert.equal(nextPath("", site), null);
});

test("the reception goes to its page, all others to a counter", () => {
  assert.equal(homeOf("reception", "mairie"), "/reception/mairie");
  assert.equal(homeOf("agent", "mairie"), "/desk/mairie");
  assert.equal(homeOf("supervisor", "a b"), "/desk/a%20b");
});
