using DepGraph.Review;

namespace DepGraph.Reports.Json;

/// <summary>A difference as JSON, for other programs. docs/review.md describes it.</summary>
public static class DiffJson
{
    /// <summary>The text's bytes, UTF-8; also where nothing changed.</summary>
    public static byte[] Write(Diff diff) => JsonFormat.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", "depgraph.diff");
        json.WriteNumber("version", 1);
        json.WriteString("app", diff.App);
        json.WriteBoolean("same", diff.IsEmpty);
        json.WriteList("added", diff.Added, arrival =>
        {
            json.WriteStartObject();
            json.WriteString("id", arrival.Id);
            json.WriteString("version", arrival.Version);
            json.WriteOptional("loadedBy", arrival.LoadedBy);
            json.WriteStrings("brought", arrival.Brought);
            json.WriteOptional("costMs", arrival.CostMs);
            json.WriteOptional("spreadMs", arrival.SpreadMs);
            json.WriteStrings("cause", arrival.Cause);
            json.WriteEndObject();
        });
        json.WriteStrings("removed", diff.Removed);
        json.WriteList("versions", diff.Versions, change => WriteChange(change.Id, change.Old, change.New));
        json.WriteList("newCycles", diff.NewCycles, WriteNames);
        json.WriteList("goneCycles", diff.GoneCycles, WriteNames);
        json.WriteList("loaders", diff.Loaders, change => WriteChange(change.Id, change.Old, change.New));
        json.WriteStrings("moved", diff.Order?.Moved ?? []);
        if (diff.Time is { } time)
        {
            json.WriteStartObject("time");
            json.WriteNumber("oldMs", time.OldMs);
            json.WriteNumber("newMs", time.NewMs);
            json.WriteOptional("noiseMs", time.NoiseMs);
            json.WriteEndObject();
        }

        json.WriteEndObject();

        void WriteChange(string id, string old, string now)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("old", old);
            json.WriteString("new", now);
            json.WriteEndObject();
        }

        void WriteNames(IReadOnlyList<string> names)
        {
            json.WriteStartArray();
            foreach (var name in names) json.WriteStringValue(name);
            json.WriteEndArray();
        }
    });
}
