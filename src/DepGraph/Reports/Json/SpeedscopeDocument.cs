using System.Text.Json.Serialization;

namespace DepGraph.Reports.Json;

/// <summary>A file of https://www.speedscope.app/file-format-schema.json.</summary>
internal sealed record SpeedscopeDocument(
    [property: JsonPropertyName("$schema")] string Schema, string Exporter, string Name, int ActiveProfileIndex, SpeedscopeShared Shared, SpeedscopeProfile[] Profiles);

internal sealed record SpeedscopeShared(IEnumerable<SpeedscopeFrame> Frames);

internal sealed record SpeedscopeFrame(string Name, string? File);

/// <summary>A sampled profile has samples and weights, an evented one has events.</summary>
internal sealed record SpeedscopeProfile(string Type, string Name, string Unit, double StartValue, double EndValue)
{
    public IEnumerable<IEnumerable<int>>? Samples { get; init; }

    public IEnumerable<double>? Weights { get; init; }

    public IEnumerable<SpeedscopeEvent>? Events { get; init; }
}

internal sealed record SpeedscopeEvent(string Type, double At, int Frame);
