using System.Reflection;
using System.Text.RegularExpressions;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Docs;

/// <summary>A text search: whether a code is really told only the tests that it finds can show.</summary>
public class TheCodes
{
    private static readonly string Bins = $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}";
    private static readonly string Objs = $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}";

    private static readonly Lazy<string[]> Product = new(() => [.. Lines("src", "*.cs", except: "Codes.cs"), .. Lines("src", "*.targets")]);

    private static readonly Lazy<string[]> Assertions = new(() =>
        [.. Lines("tests", "*.cs", except: "TheCodes.cs").Where(line => Regex.IsMatch(line, @"Should|InlineData|new\("""))]);

    public static TheoryData<string> EachCode =>
        new(typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => field.Name));

    [Theory]
    [MemberData(nameof(EachCode))]
    public void Are_each_said_by_the_product_and_expected_by_a_test(string name)
    {
        var code = (string)typeof(Codes).GetField(name)!.GetRawConstantValue()!;
        var isNamed = new Regex($@"Codes\.{name}\b|\b{code}\b");

        Product.Value.ShouldContain(line => isNamed.IsMatch(line), $"nothing in src says {code}");
        Assertions.Value.ShouldContain(line => isNamed.IsMatch(line), $"no test expects {code}");
    }

    private static IEnumerable<string> Lines(string folder, string files, string? except = null) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), files, SearchOption.AllDirectories)
            .Where(file => !file.Contains(Bins, StringComparison.Ordinal) && !file.Contains(Objs, StringComparison.Ordinal) && Path.GetFileName(file) != except)
            .SelectMany(File.ReadLines)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
}
