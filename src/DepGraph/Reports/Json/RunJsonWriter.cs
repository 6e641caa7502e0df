using System.Text.Json;
using DepGraph.Graph;

namespace DepGraph.Reports.Json;

/// <summary>Writes the <c>run</c> of a graph.</summary>
internal static class RunJsonWriter
{
    public static void Write(Utf8JsonWriter json, LoadGraph graph)
    {
        var run = graph.Run;
        json.WriteStartObject("run");
        json.WriteString("outcome", JsonFormat.Name(run.Outcome));
        json.WriteNumber("readyMs", run.ReadyMs);
        json.WriteNumber("unattributedMs", run.UnattributedMs);
        json.WriteNumber("waitingMs", run.WaitingMs);
        json.WriteNumber("eventsLost", run.EventsLost);
        json.WriteNumber("count", run.Count);
        json.WriteOptional("readySpreadMs", run.ReadySpreadMs);
        json.WriteBoolean("isPartial", run.IsPartial);
        json.WriteOptional("exitCode", run.ExitCode);
        json.WriteOptional("runtime", run.Runtime);
        json.WriteOptional("platform", run.Platform);
        json.WriteStrings("command", run.Command);
        json.WriteOptional("waitingIn", run.WaitingIn);
        json.WriteList("waits", run.Waits, wait =>
        {
            json.WriteStartObject();
            json.WriteNumber("atMs", wait.AtMs);
            json.WriteNumber("ms", wait.Ms);
            json.WriteOptional("node", wait.Node < 0 ? null : graph.Nodes[wait.Node].Id);
            json.WriteStrings("frames", wait.Frames);
            json.WriteEndObject();
        });
        if (run.Failure is { } failure) WriteFailure(json, failure);
        json.WriteList("findings", run.Findings, finding =>
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, Failure failure)
    {
        json.WriteStartObject("failure");
        json.WriteString("summary", failure.Summary);
        json.WriteStrings("frames", failure.Frames);
        json.WriteOptional("loading", failure.Loading);
        json.WriteList("threads", failure.Threads, thread =>
        {
            json.WriteStartObject();
            json.WriteString("name", thread.Name);
            json.WriteStrings("frames", thread.Frames);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
