using System.Text.Json;

namespace DepGraph.Bench.Savings;

/// <summary>What was measured: every start, so that told ranges can be judged by it again.</summary>
internal sealed record Truth(List<AppTruth> Apps)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true };

    public static Truth Read(string path) => JsonSerializer.Deserialize<Truth>(File.ReadAllText(path), Form) ?? throw new InvalidDataException(path);

    /// <summary>What is known of these apps.</summary>
    public Truth Of(SwitchedApp[] apps) => new([.. Apps.Where(known => apps.Any(app => app.Kind == known.App))]);

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Form));
}
