using DepGraph.Reports.Page;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Page;

/// <summary>The page's modules become one script.</summary>
/// <seealso cref="PageScript"/>
public class TheScriptOfThePage
{
    [Fact]
    public void Has_each_module_once_behind_those_it_imports()
    {
        var script = Of(
            ("main.js", "import { a } from \"./a.js\";\nimport { b } from \"./b-c.js\";\n\na(b);\n"),
            ("a.js", "import { b } from \"./b-c.js\";\nexport function a() {}\n"),
            ("b-c.js", "const own = 1;\nexport const b = own;\n"));
        script.ShouldBe("""
            (() => {
            "use strict";
            const b_c_js = (() => {
            const own = 1;
            const b = own;
            return { b };
            })();
            const a_js = (() => {
            const { b } = b_c_js;
            function a() {}
            return { a };
            })();
            const main_js = (() => {
            const { a } = a_js;
            const { b } = b_c_js;

            a(b);
            return {  };
            })();
            })();
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("import { a } from \"./a.js\";\n", "import { b } from \"./main.js\";\nexport const a = 1;\n", "Modules import each other: main.js <- a.js <- main.js.")]
    [InlineData("import { b } from \"./a.js\";\n", "export const a = 1;\n", "main.js imports b, which a.js does not export.")]
    [InlineData("import * as a from \"./a.js\";\n", "", "main.js: \"import * as a from \"./a.js\";\" is no import or export the page can have.")]
    [InlineData("export let a = 1;\n", "", "main.js: \"export let a = 1;\" is no import or export the page can have.")]
    public void Is_not_made_of_what_it_would_break(string main, string a, string because) =>
        Should.Throw<InvalidOperationException>(() => Of(("main.js", main), ("a.js", a))).Message.ShouldBe(because);

    [NodeFact]
    public void Passes_the_tests_of_its_modules()
    {
        var tests = Directory.GetFiles(Repository.PathOf("tests", "DepGraph.Tests", "Reports", "Page"), "*.test.mjs");
        var (exitCode, output, errors) = NodeJs.Run([], ["--test", .. tests]);
        (exitCode, errors).ShouldBe((0, ""), output);
    }

    private static string Of(params (string Name, string Source)[] modules) => PageScript.Of("main.js", modules.ToDictionary(module => module.Name, module => module.Source).GetValueOrDefault!);
}
