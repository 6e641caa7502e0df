import assert from "node:assert/strict";
import test from "node:test";
import { linesOf, nameAndContext, shorten } from "../../../../src/DepGraph/Reports/Page/labels.js";

test("a name that is too long keeps as many of its last parts as fit", () => {
  assert.equal(shorten("Contoso.Shop.Orders", 40), "Contoso.Shop.Orders");
  assert.equal(shorten("Contoso.Shop.Orders", 14), "…Shop.Orders");
  assert.equal(shorten("a".repeat(12), 8), "aaaa…aaa");
});

test("the context stands below the name", () => {
  assert.deepEqual(nameAndContext("Plugin@Contoso.PluginContext"), ["Plugin", "Contoso.PluginContext"]);
  assert.deepEqual(linesOf({ label: "Plugin@Context", note: "3 ms" }), ["Plugin", "@Context · 3 ms"]);
});
