using DepGraph.Graph;

namespace DepGraph.Reports.Json;

/// <summary>Reads a native library of <c>App.depgraph.json</c> back; what a recording may not know need not be there.</summary>
internal static class NativeJsonReader
{
    public static NativeModule Read(JsonInput json, Func<JsonInput, int> index) => new(
        json.Require("name").String(), json.Require("requester").String(), json.Require("isLinked").Bool(), json.Require("failedProbes").Strings(),
        json.Require("declaredBy").Array(index))
    {
        AtMs = json.Optional("atMs")?.Ms(),
        TookMs = json.Optional("ms") is { } took ? Range(took) : null,
        IsOrderKnown = !(json.Optional("orderUnknown")?.Bool() ?? false),
        Call = json.Optional("call") is { } call
            ? new NativeCall(index(call.Require("node")), call.Require("method").String(), call.Require("cause").Strings()) : null,
        During = json.Optional("during")?.Strings() ?? [],
    };

    private static (double Low, double High) Range(JsonInput json) =>
        json.Array(end => end.Ms()) is [var low, var high] ? (low, high) : throw json.Wrong("must be two times");
}
