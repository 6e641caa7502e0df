using System.Reflection;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Docs;

public class TheRules
{
    private static readonly string[] All = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!).ToArray();

    public static TheoryData<string> EachCode => new(All);

    [Theory]
    [MemberData(nameof(EachCode))]
    public void Each_have_a_page_that_is_headed_by_its_code_and_says_what_to_do(string code)
    {
        var page = File.ReadAllText(Page(code));
        page.ShouldStartWith($"# {code}: ");
        if (code != Codes.Cancelled)
            page.ShouldContain("**What to do");
    }

    [Theory]
    [MemberData(nameof(EachCode))]
    public void Link_to_that_page(string code) => Codes.HelpLink(code).ShouldEndWith($"/docs/rules/{code}.md");

    [Fact]
    public void Have_a_code_for_each_page_of_the_build() =>
        Directory.GetFiles(Repository.PathOf("docs", "rules"), "DG0*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
            .ShouldBe(All.Order(StringComparer.Ordinal));

    [Fact]
    public void Have_each_code_once() => All.Distinct().Count().ShouldBe(All.Length);

    private static string Page(string code) => Repository.PathOf("docs", "rules", $"{code}.md");
}
