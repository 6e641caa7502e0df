using System.Diagnostics;
using System.Text;
using DepGraph.Reports.Drawing;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Drawing;

/// <seealso cref="Graphviz"/>
public class GraphvizThatFails
{
    private static readonly byte[] Drawing = Encoding.UTF8.GetBytes("digraph { a -> b }");

    [DotFact]
    public void Is_told_from_one_that_works() =>
        Encoding.UTF8.GetString(Graphviz.Find()!.Svg(Drawing, TimeSpan.FromMinutes(1))).ShouldContain("<svg");

    [DotFact]
    public void Says_what_it_did_not_understand() =>
        Refusal(Graphviz.Find()!, "digraph {", TimeSpan.FromMinutes(1)).ShouldContain("failed with exit code 1: Error: <stdin>: syntax error");

    [UnixFact]
    public void Is_stopped_when_it_hangs_with_all_that_it_started()
    {
        using var folder = new TemporaryFolder();
        var dot = Script(folder, $"sleep 1000 & echo $! > {folder["child"]}; wait");

        Refusal(dot, "digraph {}", TimeSpan.FromSeconds(1)).ShouldContain("took longer than 1 s and was stopped");
        Ends(int.Parse(File.ReadAllText(folder["child"]))).ShouldBeTrue();
    }

    [UnixFact]
    public void Is_reported_with_its_last_words()
    {
        using var folder = new TemporaryFolder();
        Refusal(Script(folder, "echo 'no plugins, run dot -c' >&2; exit 3"), new string(' ', 1 << 20), TimeSpan.FromMinutes(1))
            .ShouldContain("exit code 3: no plugins, run dot -c");
    }

    [UnixFact]
    public void Is_not_looked_for_in_the_folder_of_the_moment()
    {
        using var folder = new TemporaryFolder();
        Script(folder, "exit 0");
        Graphviz.Find(Path.GetRelativePath(Environment.CurrentDirectory, folder.Path)).ShouldBeNull();
        Graphviz.Find("").ShouldBeNull();
        Graphviz.Find(null).ShouldBeNull();
    }

    private static bool Ends(int process)
    {
        try
        {
            return Process.GetProcessById(process).WaitForExit(10_000);
        }
        catch (ArgumentException)
        {
            return true; // it has already
        }
    }

    private static Graphviz Script(TemporaryFolder folder, string body)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        File.WriteAllText(folder["dot"], $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(folder["dot"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Graphviz.Find($"/nowhere{Path.PathSeparator}{folder.Path}")!;
    }

    private static string Refusal(Graphviz dot, string drawing, TimeSpan timeout)
    {
        var refusal = Should.Throw<DepGraphException>(() => dot.Svg(Encoding.UTF8.GetBytes(drawing), timeout));
        refusal.Code.ShouldBe(Codes.GraphvizFailed);
        refusal.Message.ShouldNotContain('\n');
        return refusal.Message;
    }
}
