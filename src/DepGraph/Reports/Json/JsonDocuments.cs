using System.Text.Json.Serialization;

namespace DepGraph.Reports.Json;

/// <summary>The files of DepGraph: names in camel case, in the order in which they are declared, and none without a value.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GraphDocument))]
[JsonSerializable(typeof(LoadSequenceDocument))]
[JsonSerializable(typeof(LockDocument))]
[JsonSerializable(typeof(DiffDocument))]
[JsonSerializable(typeof(SpeedscopeDocument))]
[JsonSerializable(typeof(SarifDocument))]
internal sealed partial class JsonDocuments : JsonSerializerContext;
