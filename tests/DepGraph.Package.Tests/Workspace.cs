using System.Runtime.CompilerServices;

namespace DepGraph.Package.Tests;

/// <summary>
/// A folder inside the wall, and the projects a test writes there. Tests of one class that give the same name share the
/// folder: what is there from another test is an earlier build, no more. Test classes share none: they run at the same time.
/// </summary>
public sealed class Workspace
{
    private readonly PackedPackages _packages;

    public Workspace(PackedPackages packages, [CallerMemberName] string name = "", [CallerFilePath] string testClass = "")
    {
        _packages = packages;
        Folder = Directory.CreateDirectory(Path.Combine(packages.Folder, Path.GetFileNameWithoutExtension(testClass), name)).FullName;
    }

    public string Folder { get; }

    /// <summary>Writes an app of one source file that references the package.</summary>
    public Workspace App(
        string name = "App", string source = "System.Console.WriteLine(\"hello\");", string properties = "", string items = "",
        string framework = "<TargetFramework>net10.0</TargetFramework>", string sdk = "Microsoft.NET.Sdk", string output = "Exe")
    {
        Write($"{name}/{Path.GetFileName(name)}.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                {framework}
                <OutputType>{output}</OutputType>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DepGraph" Version="{_packages.Version}" />
                {items}
              </ItemGroup>
            </Project>
            """);
        return Write($"{name}/Program.cs", source);
    }

    public Workspace Write(string path, string text)
    {
        var file = At(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file) || File.ReadAllText(file) != text)
            File.WriteAllText(file, text);
        return this;
    }

    public string At(string path) => Path.Combine(Folder, path.Replace('/', Path.DirectorySeparatorChar));

    public string Read(string path) => File.ReadAllText(At(path));

    public bool Has(string path) => File.Exists(At(path));

    /// <summary>Builds a project (or all in a folder) with a binlog.</summary>
    public BuildResult Build(string project = "App", params string[] arguments) =>
        DotNet.Run(At(project), ["build", "-bl", .. arguments]);

    public BuildResult Run(string project, params string[] arguments) => DotNet.Run(At(project), arguments);
}
