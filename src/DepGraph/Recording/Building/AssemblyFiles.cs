using DepGraph.Recording.Model;
using DepGraph.Recording.Origins;
using DepGraph.Recording.Symbols;

namespace DepGraph.Recording.Building;

/// <summary>
/// Finds the file behind each loaded assembly, also where it has none: inside a single-file app, or the build that bytes in memory were made as.
/// </summary>
internal sealed class AssemblyFiles(StartupEvents startup)
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 6, IgnoreInaccessible = true };
    private readonly Lazy<SingleFileBundle?> _bundle = new(() => SingleFileBundle.Of(startup.AppFolder, startup.App));

    /// <summary>What its metadata says; <see cref="AssemblyFile.Unknown"/> for an emitted one and where no file is found.</summary>
    public AssemblyFile Of(LoadedAssembly assembly)
    {
        if (assembly.IsDynamic)
            return AssemblyFile.Unknown;
        if (assembly.Path is { } path)
            return Read(path, Guid.Empty) ?? InBundle(path) ?? AssemblyFile.Unknown;
        if (assembly.PdbSignature == Guid.Empty)
            return AssemblyFile.Unknown; // nothing tells which of the files of its name it is
        return Candidates(assembly).Select(c => Read(c, assembly.PdbSignature)).FirstOrDefault(f => f is not null) ?? AssemblyFile.Unknown;
    }

    /// <summary>Its symbols; null where none are at hand.</summary>
    public AssemblySymbols? SymbolsOf(LoadedAssembly assembly)
    {
        if (assembly.IsDynamic || assembly.PdbSignature == Guid.Empty)
            return null;
        if (assembly.Path is { } path)
            return Symbols(path, assembly.PdbSignature) ?? SymbolsInBundle(path, assembly.PdbSignature);
        return Candidates(assembly).Select(c => Symbols(c, assembly.PdbSignature)).FirstOrDefault(s => s is not null);
    }

    /// <summary>Its methods that native libraries implement; null where its file is not at hand.</summary>
    public NativeMethods? NativeMethodsOf(LoadedAssembly assembly)
    {
        if (assembly.IsDynamic || assembly.Path is not { } path)
            return null;
        return FromFile(path, file => NativeMethods.Open(file, Guid.Empty))
            ?? (_bundle.Value?.Read(path) is { } bytes ? NativeMethods.Open(new MemoryStream(bytes), Guid.Empty) : null);
    }

    private IEnumerable<string> Candidates(LoadedAssembly assembly)
    {
        var file = AssemblyNames.Simple(assembly.FullName) + ".dll";
        if (Path.GetFileName(file) != file)
            yield break;
        if (Path.IsPathRooted(assembly.PdbPath))
            yield return Path.Combine(Path.GetDirectoryName(assembly.PdbPath)!, file);
        if (!Directory.Exists(startup.AppFolder))
            yield break;
        foreach (var found in Directory.EnumerateFiles(startup.AppFolder, file, Below))
            yield return found;
    }

    private AssemblyFile? InBundle(string path) =>
        _bundle.Value?.Read(path) is { } bytes ? AssemblyFile.Read(new MemoryStream(bytes), Guid.Empty) : null;

    private AssemblySymbols? SymbolsInBundle(string path, Guid signature) =>
        _bundle.Value?.Read(path) is { } bytes ? AssemblySymbols.Open(new MemoryStream(bytes), path, signature) : null;

    private static AssemblyFile? Read(string path, Guid signature) => FromFile(path, file => AssemblyFile.Read(file, signature));

    private static AssemblySymbols? Symbols(string path, Guid signature) => FromFile(path, file => AssemblySymbols.Open(file, path, signature));

    private static T? FromFile<T>(string path, Func<Stream, T?> read)
        where T : class
    {
        try
        {
            return File.Exists(path) ? read(File.OpenRead(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // as if it were not there
        }
    }
}
