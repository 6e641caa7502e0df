using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DepGraph.Recording.Symbols;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Recording.Symbols;

/// <seealso cref="AssemblySymbols"/>
public sealed class TheLineThatNeedsAnAssembly : IDisposable
{
    private const string Xml = "System.Xml.XDocument";
    private static readonly string Dll = typeof(CompiledSamples).Assembly.Location;
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("tests", "DepGraph.Tests", "Recording", "Symbols", "CompiledSamples.cs"));
    private readonly AssemblySymbols _symbols = AssemblySymbols.Open(File.OpenRead(Dll), Dll, Guid.Empty).ShouldNotBeNull();

    public static TheoryData<string, string> Marked()
    {
        var marked = new TheoryData<string, string>();
        foreach (var line in Lines.Where(l => l.Contains("// System.", StringComparison.Ordinal)))
        {
            var mark = line[(line.IndexOf("// ", StringComparison.Ordinal) + 3)..].Split(": ");
            marked.Add(mark[1], mark[0]);
        }

        return marked;
    }

    [Theory]
    [MemberData(nameof(Marked))]
    public void Is_that_of_the_first_instruction_that_has_it_loaded(string method, string assembly)
    {
        var place = _symbols.LineThatNeeds(Token(method), assembly).ShouldNotBeNull();

        place.ToString().ShouldBe($"CompiledSamples.cs:{LineOf($"// {assembly}: {method}")}");
        File.Exists(place.File).ShouldBeTrue();
    }

    [Fact]
    public void Is_the_methods_first_where_no_line_has_it_loaded_for_sure()
    {
        var first = LineOf("public int OnlyHandsOn") + 1;

        _symbols.LineThatNeeds(Token("OnlyHandsOn"), Xml)!.Line.ShouldBe(first);
        _symbols.LineThatNeeds(Token("OnlyHandsOn"), null)!.Line.ShouldBe(first);
    }

    [Fact]
    public void Is_of_a_call_on_a_stack_the_line_of_its_offset()
    {
        _symbols.LineAt(Token("Calls"), 0)!.Line.ShouldBe(LineOf("public string Calls") + 1);
        _symbols.LineAt(Token("Calls"), 10_000)!.Line.ShouldBe(LineOf("return text + XElement") + 1);
    }

    [Fact]
    public void Is_unknown_where_the_symbols_are_of_another_build_or_the_token_is_of_no_method()
    {
        AssemblySymbols.Open(File.OpenRead(Dll), Dll, Guid.NewGuid()).ShouldBeNull();
        AssemblySymbols.Open(File.OpenRead(Dll), "/nowhere/at/all.dll", Guid.Empty).ShouldBeNull();
        foreach (var token in new[] { 0, 1, 0x06FFFFFF, 0x02000001, -1 })
            _symbols.LineThatNeeds(token, Xml).ShouldBeNull();
    }

    [Fact]
    public void Is_of_this_build() => AssemblySymbols.Open(File.OpenRead(Dll), Dll, Signature()).ShouldNotBeNull().Dispose();

    public void Dispose() => _symbols.Dispose();

    private static Guid Signature()
    {
        using var image = new PEReader(File.OpenRead(Dll));
        return image.ReadDebugDirectory().Where(d => d.Type == DebugDirectoryEntryType.CodeView)
            .Select(d => image.ReadCodeViewDebugDirectoryData(d).Guid).Single();
    }

    private static int LineOf(string text) => Array.FindIndex(Lines, l => l.Contains(text, StringComparison.Ordinal)) + 1;

    private static int Token(string method)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var samples = typeof(CompiledSamples);
        return samples.GetNestedTypes(all).Prepend(samples)
            .SelectMany(t => t.GetMembers(all).OfType<MethodBase>())
            .First(m => method.StartsWith('<') ? m.Name.StartsWith(method, StringComparison.Ordinal) : m.Name == method).MetadataToken;
    }
}
