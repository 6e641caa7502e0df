using System.Reflection;
using System.Reflection.PortableExecutable;
using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Recording.Model;
using DepGraph.Tests.Recording.Symbols;
using DepGraph.Tests.Support;
using static DepGraph.Tests.Support.Recordings;

namespace DepGraph.Tests.Recording.Building;

/// <summary>The app is this assembly of tests, so its symbols name real files.</summary>
/// <seealso cref="LineCosts"/>
public class WhatALineCosts
{
    private const int Own = 2, Json = 3;
    private static readonly string Dll = typeof(CompiledSamples).Assembly.Location;
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("tests", "DepGraph.Tests", "Recording", "Symbols", "CompiledSamples.cs"));

    [Theory]
    [InlineData("Calls", "public string Calls", 1)] // the brace says nothing: the line above it is told
    [InlineData("Waits", "await Task.Yield()", -1)]
    [InlineData(".cctor", "XName Field =", 0)]
    [InlineData("<HasLambda>", "return () => new XElement", 0)]
    [InlineData("<HasLocalFunction>", "static int Local", 0)]
    public void Is_told_at_the_line_of_its_method(string method, string line, int ahead)
    {
        var cost = Of([Seen(1, Own, Frame(method)), Seen(9, Own, Frame(method)), Seen(90, Own)]).ShouldHaveSingleItem();

        Lines[cost.Line - 1].ShouldContain(ahead < 0 ? "async Task<int> Waits" : line);
        cost.File.ShouldBe("tests/DepGraph.Tests/Recording/Symbols/CompiledSamples.cs");
        cost.Text.ShouldBe(string.Join(' ', Lines[cost.Line - 1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        cost.Ms.ShouldBe(8, 1.1);
        cost.Checksum.ShouldStartWith("sha256:");
    }

    [Fact]
    public void Is_that_of_the_innermost_line_of_the_own_code_and_all_a_library_does_for_it()
    {
        var (inner, outer) = (Frame("<HasLambda>"), Frame("Calls"));
        var costs = Of([Seen(1, Own, outer), Seen(11, Json, new Frame(Json, "Json!Json.Parse"), inner, outer), Seen(31, Own, outer), Seen(90, Own)]);

        costs.Select(cost => (Lines[cost.Line - 1].Contains("XElement"), cost.Ms)).ShouldBe([(false, 20), (true, 10)], ignoreOrder: true);
        costs.Single(cost => cost.Ms == 10).MostlyIn.ShouldBe(Json);
    }

    [Fact]
    public void Has_the_assemblies_that_the_line_loads_and_what_is_initialized_for_it()
    {
        var own = Frame("<HasLambda>");
        var startup = Recorded([Seen(1, Own, own), Seen(8, Json, new Frame(Json, "Json!Json.Parser..cctor"), own), Seen(90, Own)]) with
        {
            Binds = [Bind("Json", "DepGraph.Tests", 2, 4, stack: own)],
        };
        startup = startup with { Loads = [.. startup.Loads.Select((load, i) => i == Json ? load with { Bind = 0, AtMs = 3 } : load)] };

        var cost = RecordedGraph.From(startup).LineCosts.ShouldHaveSingleItem();

        cost.Loads.ShouldBe([Json]);
        cost.Initializers.ShouldBe(["Json!Json.Parser..cctor"]);
    }

    [Fact]
    public void Tells_apart_what_it_takes_to_compile_its_method()
    {
        var compiled = new JitStretch(2, 7, Own, Frame("Calls"), []);
        RecordedGraph.From(Recorded([]) with { Jits = [compiled] }).LineCosts.ShouldHaveSingleItem().CompileMs.ShouldBe(5);
    }

    [Fact]
    public void Is_that_of_a_field_whose_type_has_an_assembly_loaded_when_the_method_is_compiled()
    {
        const string wanted = "System.Net.Primitives";
        var compiled = Frame("HasOwnField") with { IsCompiling = true };
        var load = Load("DepGraph.Tests") with { Path = Dll, PdbSignature = Signature() };
        var startup = Recordings.Of([load, Load(wanted, at: 3, bind: 0)], [Bind(wanted, "DepGraph.Tests", 2, 4, stack: compiled)]);

        var cost = RecordedGraph.From(startup with { Jits = [new JitStretch(1, 7, Own, Frame("HasOwnField"), [])] }).LineCosts
            .Single(cost => cost.Loads.Count > 0);

        cost.Loads.ShouldBe([Json]);
        cost.Text.ShouldBe("var holder = default(Holder); // System.Net.Primitives: HasOwnField");
    }

    [Fact]
    public void Of_a_partial_class_is_told_in_the_file_that_the_line_stands_in()
    {
        var token = typeof(CompiledSamples).GetNestedType("InTwoFiles", BindingFlags.NonPublic)!.GetConstructors().Single().MetadataToken;
        var first = new Frame(Own, "DepGraph.Tests!CompiledSamples+InTwoFiles..ctor", token);
        var last = first with { Il = 10_000 };

        var costs = Of([Seen(1, Own, first), Seen(9, Own, first), Seen(10, Own, last), Seen(18, Own, last), Seen(90, Own)]);

        costs.Select(cost => (Path.GetFileName(cost.File), cost.Text)).ShouldBe(
            [
                ("CompiledSamples.cs", "public readonly XName Here = XName.Get(\"here\");"),
                ("CompiledSamples.Other.cs", "public readonly XName There = XName.Get(\"there\");"),
            ],
            ignoreOrder: true);
        costs.Select(cost => cost.Checksum).ShouldBeUnique();
    }

    [Fact]
    public void Of_a_constructor_that_a_container_runs_is_told_there_with_the_line_that_registers_its_type()
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.Instance | BindingFlags.NonPublic;
        var token = typeof(CompiledSamples).GetNestedType("Registered", BindingFlags.NonPublic)!.GetConstructors(all).Single().MetadataToken;
        var constructor = new Frame(Own, "DepGraph.Tests!CompiledSamples+Registered..ctor", token);

        var cost = Of([Seen(1, Own, constructor), Seen(9, Own, constructor), Seen(90, Own)]).ShouldHaveSingleItem();

        Lines[cost.Line - 1].ShouldContain("= number;");
        Lines[int.Parse(cost.RegisteredAt.Split(':')[1]) - 1].ShouldContain("container.Add<Registered>");
        cost.RegisteredAt.ShouldStartWith(cost.File + ":");
    }

    [Fact]
    public void Is_nobodys_where_no_symbols_are_at_hand()
    {
        var startup = Recorded([Seen(1, Own, Frame("Calls")), Seen(9, Own, Frame("Calls")), Seen(90, Own)]);
        RecordedGraph.From(startup with { Loads = [.. startup.Loads.Select(load => load with { PdbSignature = Guid.NewGuid() })] }).LineCosts.ShouldBeEmpty();
    }

    private static IReadOnlyList<LineCost> Of(RunSample[] samples) => RecordedGraph.From(Recorded(samples)).LineCosts;

    private static StartupEvents Recorded(RunSample[] samples) => Recordings.Of(
        [Load("DepGraph.Tests") with { Path = Dll, PdbSignature = Signature() }, Load("Json")]) with
    { Samples = samples };

    private static Frame Frame(string method) => new(Own, $"DepGraph.Tests!CompiledSamples.{method}", Token(method));

    private static Guid Signature()
    {
        using var image = new PEReader(File.OpenRead(Dll));
        return image.ReadDebugDirectory().Where(d => d.Type == DebugDirectoryEntryType.CodeView)
            .Select(d => image.ReadCodeViewDebugDirectoryData(d).Guid).Single();
    }

    private static int Token(string method)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var samples = typeof(CompiledSamples);
        return samples.GetNestedTypes(all).Prepend(samples).SelectMany(type => type.GetMembers(all).OfType<MethodBase>())
            .First(m => method.StartsWith('<') ? m.Name.StartsWith(method, StringComparison.Ordinal) : m.Name == method).MetadataToken;
    }
}
