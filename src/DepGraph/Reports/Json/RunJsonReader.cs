using DepGraph.Graph;

namespace DepGraph.Reports.Json;

/// <summary>Reads the <c>run</c> of a graph.</summary>
internal static class RunJsonReader
{
    /// <param name="index">The index of the node an id names.</param>
    public static Run Read(JsonInput json, Func<JsonInput, int> index) => new()
    {
        Outcome = json.Require("outcome").Enum<RunOutcome>(),
        ReadyMs = json.Require("readyMs").Ms(),
        RecorderMs = json.Optional("recorderMs")?.Ms() ?? 0,
        UnattributedMs = json.Require("unattributedMs").Ms(),
        EventsLost = json.Require("eventsLost").Long(),
        Count = json.Require("count").Int(),
        ReadySpreadMs = json.Optional("readySpreadMs")?.Ms(),
        IsPartial = json.Require("isPartial").Bool(),
        ExitCode = json.Optional("exitCode")?.Int(int.MinValue),
        Runtime = json.Optional("runtime")?.String(),
        Platform = json.Optional("platform")?.String(),
        Command = json.Require("command").Strings(),
        WaitingIn = json.Optional("waitingIn")?.String(),
        Waits = json.Optional("waits")?.Array(wait => new Wait(
            wait.Require("atMs").Ms(), wait.Require("ms").Ms(), wait.Optional("node") is { } node ? index(node) : -1, wait.Require("frames").Strings())) ?? [],
        Failure = json.Optional("failure") is { } failure ? ReadFailure(failure) : null,
        Findings = json.Require("findings").Array(finding => new Finding(finding.Require("code").String(), finding.Require("message").String())),
    };

    private static Failure ReadFailure(JsonInput json) => new(
        json.Require("summary").String(),
        json.Require("frames").Strings(),
        json.Optional("loading")?.String(),
        json.Require("threads").Array(thread => new ThreadFrames(thread.Require("name").String(), thread.Require("frames").Strings())));
}
