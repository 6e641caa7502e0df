using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Tests.Support;
using static DepGraph.Tests.Support.Recordings;

namespace DepGraph.Tests.Recording.Building;

/// <seealso cref="RecordedGraph"/>
public class AssembliesFromElsewhere
{
    private const string From = "loaded from outside the app, the shared frameworks and the package folders: ";

    [Fact]
    public void Are_one_finding_that_names_their_folders_as_any_machine_may_know_them()
    {
        var finding =
            Of("/srv/tools/sdk/format/A.dll", "/srv/tools/sdk/format/B.dll", "/srv/tools/sdk/format/C.dll", "/srv/tools/sdk/format/D.dll",
            "/opt/E.dll", "/x/F.dll");

        finding.Code.ShouldBe(Codes.AssemblyFromElsewhere);
        finding.Message.ShouldBe($"6 assemblies were {From}4 from …/sdk/format (A, B, C and 1 more), 1 from opt (E), 1 from x (F).");
    }

    [Fact]
    public void Are_told_with_the_whole_folder_in_the_build_that_recorded_them() =>
        Of("/srv/plug ins/sdk/format/A.dll").LocalMessage.ShouldBe($"A was {From}from /srv/plug ins/sdk/format.");

    [Fact]
    public void Are_counted_once_in_however_many_contexts()
    {
        var finding = Of("/srv/plugins/A.dll", "/srv/plugins/A.dll");

        finding.Message.ShouldBe($"A was {From}from …/plugins.");
    }

    [Fact]
    public void Are_in_few_words_however_many_folders_they_come_from() =>
        Of([.. Enumerable.Range(1, 9).Select(i => $"/srv/plugins/p{i}/A{i}.dll")]).Message
            .ShouldBe($"9 assemblies were {From}1 from …/plugins/p1 (A1), 1 from …/plugins/p2 (A2), 1 from …/plugins/p3 (A3), 1 from …/plugins/p4 (A4), 5 " +
                $"from other folders.");

    private static Finding Of(params string[] paths) =>
        RecordedGraph.From(Recordings.Of([.. paths.Select((p, i) =>
            Load(System.IO.Path.GetFileNameWithoutExtension(p), context: i == 0 ? null : $"\"C\" T #{i}") with { Path = p })]))
            .Run.Findings.Single(f => f.Code == Codes.AssemblyFromElsewhere);
}
