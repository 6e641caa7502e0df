using System.Text.Json;

namespace DepGraph.Package.Tests;

/// <summary>What DG2001 tells in a project, as an editor asks for it.</summary>
/// <param name="File">From the workspace's folder; empty for the project as a whole.</param>
/// <param name="Line">From 1; 0 for the project as a whole.</param>
/// <param name="Level">As SARIF has it.</param>
/// <param name="Message">What it says.</param>
internal sealed record EditorFinding(string File, int Line, string Level, string Message);

/// <summary>Asks the compiler, as an editor does, for suggestions too.</summary>
internal static class EditorFindings
{
    public static List<EditorFinding> Found(Workspace workspace, string project = "App", params string[] arguments)
    {
        Compiled(workspace, project, arguments).ShouldSucceed();
        using var sarif = JsonDocument.Parse(workspace.Read($"{project}/found.sarif"));
        return [.. sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("ruleId").GetString() == "DG2001")
            .Select(result => Of(workspace, result))];
    }

    public static BuildResult Compiled(Workspace workspace, string project, params string[] arguments)
    {
        File.Delete(workspace.At($"{project}/obj/Debug/net10.0/{Path.GetFileName(project)}.dll"));
        return workspace.Run(project, ["msbuild", "-t:Compile", "-p:ErrorLog=found.sarif%2Cversion=2.1", .. arguments]);
    }

    private static EditorFinding Of(Workspace workspace, JsonElement result)
    {
        var (level, message) = (result.GetProperty("level").GetString()!, result.GetProperty("message").GetProperty("text").GetString()!);
        if (!result.TryGetProperty("locations", out var places) || places.GetArrayLength() == 0)
            return new EditorFinding("", 0, level, message);
        var place = places[0].GetProperty("physicalLocation");
        var file = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath;
        return new EditorFinding(
            Path.GetRelativePath(workspace.Folder, file).Replace('\\', '/'), place.GetProperty("region").GetProperty("startLine").GetInt32(), level, message);
    }
}
