using System.Text.Json.Serialization;

namespace DepGraph.Reports.Json;

/// <summary>A file of SARIF 2.1.0, http://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html: the part of it that is used.</summary>
internal sealed record SarifDocument([property: JsonPropertyName("$schema")] string Schema, string Version, IEnumerable<SarifRun> Runs);

internal sealed record SarifRun(SarifTool Tool, IEnumerable<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string InformationUri, IEnumerable<SarifRule> Rules);

internal sealed record SarifRule(string Id, string HelpUri);

internal sealed record SarifResult(string RuleId, string Level, SarifMessage Message, IEnumerable<SarifLocation>? Locations);

internal sealed record SarifMessage(string Text);

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation);

internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion Region);

/// <param name="Uri">From the root of the repository.</param>
/// <param name="UriBaseId">What that root is called.</param>
internal sealed record SarifArtifactLocation(string Uri, string UriBaseId);

internal sealed record SarifRegion(int StartLine);
