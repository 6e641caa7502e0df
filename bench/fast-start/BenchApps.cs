using System.Diagnostics;

namespace DepGraph.Bench.FastStart;

/// <summary>The apps of the bench: two of ours and the public tools, each copied so that files can be put beside it.</summary>
internal sealed class BenchApps(string repository, string work)
{
    public IEnumerable<BenchApp> All()
    {
        var source = Path.Combine(work, "source.cs");
        File.WriteAllText(source, "public class A\n{\n    public int X() => 1;\n}\n");
        var coverage = Path.Combine(work, "coverage.xml");
        File.WriteAllText(coverage, """<coverage line-rate="1" branch-rate="1" version="1.9" timestamp="1"><packages /></coverage>""");
        yield return Ours("console", "samples/ConsoleBar/bin/Release/net10.0", "ConsoleBar.dll");
        yield return Ours("web", "samples/Shop/bin/Release/net10.0", "Shop.dll", "--urls", "http://127.0.0.1:0") with { ReadyLine = "Application started" };
        yield return Tool("csharpier", "CSharpier.dll", "check", source);
        yield return Tool("dotnet-reportgenerator-globaltool", "ReportGenerator.dll", $"-reports:{coverage}", $"-targetdir:{Path.Combine(work, "report")}");
        yield return Tool("cake.tool", "Cake.dll", "--version");
    }

    private BenchApp Ours(string name, string folder, string dll, params string[] arguments) =>
        new(name, Path.Combine(Copy(Path.Combine(repository, folder), name), dll), arguments);

    private BenchApp Tool(string package, string dll, params string[] arguments)
    {
        var tools = Path.Combine(work, "tools");
        if (!Directory.Exists(Path.Combine(tools, ".store", package)))
            Process.Start("dotnet", ["tool", "install", package, "--tool-path", tools]).WaitForExit();
        var found = Directory.GetFiles(Path.Combine(tools, ".store", package), dll, SearchOption.AllDirectories);
        var newest = found.Where(path => path.Contains("net10.0")).Concat(found).First();
        return new BenchApp(Path.GetFileNameWithoutExtension(dll), Path.Combine(Copy(Path.GetDirectoryName(newest)!, package), dll), arguments);
    }

    private string Copy(string folder, string name)
    {
        var copy = Path.Combine(work, name);
        if (Directory.Exists(copy))
            Directory.Delete(copy, recursive: true);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }
}
