// What the package adds to a `dotnet build` that has nothing to do: two copies of one small console app, one with the
// package and one without, built in turns. Medians in ms, and the median of the paired ratios.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

var pairs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30;
var root = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));
var folder = Directory.CreateTempSubdirectory("depgraph-noop-").FullName;
try
{
    Run(root, "pack", "src/DepGraph.Tasks", "--no-build", "-c", "Release", "-o", folder, "-p:PackageVersion=0.0.1-bench");
    WriteWall();
    var without = App("Without", "");
    var with = App("With", """<PackageReference Include="DepGraph" Version="0.0.1-bench" />""");
    foreach (var app in new[] { without, with, without, with })
        Run(app, "build");

    var times = new List<(double Without, double With)>();
    for (var i = 0; i < pairs; i++)
    {
        // The first of a pair may find a warmer or a busier machine, so both take turns at being first.
        var first = Run(i % 2 == 0 ? without : with, "build");
        var second = Run(i % 2 == 0 ? with : without, "build");
        times.Add(i % 2 == 0 ? (first, second) : (second, first));
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"noop: {pairs} pairs, without {Median(times.Select(t => t.Without)):0} ms, with {Median(times.Select(t => t.With)):0} ms, ratio " +
            $"{Median(times.Select(t => t.With / t.Without)):0.000}"));
}
finally
{
    Directory.Delete(folder, recursive: true);
}

void WriteWall()
{
    foreach (var wall in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        File.WriteAllText(Path.Combine(folder, wall), "<Project />");
    File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "packages")}" /></config>
          <packageSources><add key="packed" value="{folder}" /></packageSources>
        </configuration>
        """);
}

string App(string name, string items)
{
    var app = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
    File.WriteAllText(Path.Combine(app, "App.csproj"), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """);
    File.WriteAllText(Path.Combine(app, "Program.cs"), "System.Console.WriteLine(\"hello\");");
    return app;
}

static double Run(string folder, params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
    start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.Ordinal)).ToList())
        start.Environment.Remove(name);
    var watch = Stopwatch.StartNew();
    using var process = Process.Start(start)!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
        throw new InvalidOperationException(output);
    return watch.Elapsed.TotalMilliseconds;
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToArray();
    return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}

static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
