namespace DepGraph.Package.Tests;

/// <summary>What <c>dotnet build</c> shows of a recording: one line.</summary>
public class RecordedLineTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Name = "Contoso.Orders.Worker";

    [SlowFact(Slow.Builds)]
    public void A_build_that_recorded_says_one_line_and_one_that_did_not_says_none()
    {
        var workspace = new Workspace(packages).App(Name);
        var page = workspace.At($"{Name}/bin/Debug/net10.0/depgraph/{Name}.html");

        var first = Line(workspace.Build(Name));
        first.ShouldMatch(@"^DepGraph: started Contoso\.Orders\.Worker to record its startup " +
            @"\(DepGraph=false in the project switches this off\): ended after [\d.]+ ms, \d+ assemblies: ");
        first.ShouldEndWith(": " + page);
        Lines(workspace.Build(Name, "--no-restore")).ShouldBeEmpty();

        workspace.Write($"{Name}/Program.cs", "System.Console.WriteLine(System.Xml.Linq.XElement.Parse(\"<a />\"));");
        Line(workspace.Build(Name, "--no-restore"))
            .ShouldMatch(@"^DepGraph: Contoso\.Orders\.Worker ended after [\d.]+ ms, \d+ assemblies; new: System\.\S+, .* and \d+ more \([\d.]+ ms\): /");
    }

    [SlowFact(Slow.Builds)]
    public void The_terminal_logger_shows_it_too_with_a_link_to_the_page()
    {
        var workspace = new Workspace(packages).App(Name);
        var page = workspace.At($"{Name}/bin/Debug/net10.0/depgraph/{Name}.html");

        var line = Line(workspace.Build(Name, "-tl:on"));

        line.ShouldEndWith($"\u001b]8;;{new Uri(page).AbsoluteUri}#--interactive\u001b\\{page}\u001b]8;;\u001b\\");
        Lines(workspace.Build(Name, "-tl:on", "--no-restore")).ShouldBeEmpty();
    }

    [SlowFact(Slow.Builds)]
    public void A_page_in_a_folder_with_spaces_is_an_address_a_terminal_can_follow()
    {
        var workspace = new Workspace(packages, "two words").App(Name);
        Line(workspace.Build(Name)).ShouldEndWith($": {new Uri(workspace.At($"{Name}/bin/Debug/net10.0/depgraph/{Name}.html")).AbsoluteUri}");
    }

    private static string Line(BuildResult build) => Lines(build.ShouldSucceed()).ShouldHaveSingleItem();

    private static string[] Lines(BuildResult build) =>
        build.Output.Split('\n').Where(line => line.Contains("DepGraph: ", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf("DepGraph: ", StringComparison.Ordinal)..].TrimEnd()).ToArray();
}
