using DepGraph.Graph;

namespace DepGraph.Reports.Content;

/// <summary>The end of a startup run in a word, as in "ready after 127 ms".</summary>
public static class OutcomeText
{
    public static string Of(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Ready => "ready",
        RunOutcome.Exited => "ended",
        RunOutcome.Quiet => "quiet",
        _ => "stopped",
    };
}
