using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using DepGraph.Recording.Symbols;

namespace DepGraph.Recording.Building;

/// <summary>What an assembly's own metadata says.</summary>
/// <param name="References">Simple names of the assemblies it references, in metadata order.</param>
/// <param name="IsFacade">True when it has type forwards and no public type of its own.</param>
internal sealed record AssemblyFile(IReadOnlyList<string> References, bool IsFacade)
{
    /// <summary>Stands for a file that was not found or cannot be read.</summary>
    public static AssemblyFile Unknown { get; } = new([], IsFacade: false);

    /// <summary>Native libraries it declares calls into, as it names them.</summary>
    public IReadOnlyList<string> NativeReferences { get; init; } = [];

    public bool IsKnown => !ReferenceEquals(this, Unknown);

    public bool RefersTo(string simpleName) => References.Contains(simpleName, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a file; null when it is no assembly, or not the build <paramref name="signature"/> names.</summary>
    public static AssemblyFile? Read(Stream file, Guid signature)
    {
        try
        {
            using var image = new PEReader(file);
            if (!image.HasMetadata || !BuildSignature.IsOf(image, signature))
                return null;
            var metadata = image.GetMetadataReader();
            var references = metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name)).ToList();
            return new AssemblyFile(references, HasForwards(metadata) && !HasPublicTypes(metadata))
            {
                NativeReferences = [.. Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.ModuleRef))
                    .Select(row => metadata.GetString(metadata.GetModuleReference(MetadataTokens.ModuleReferenceHandle(row)).Name))],
            };
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or OverflowException)
        {
            return null; // the runtime could load it and we cannot read it: its references stay unknown
        }
    }

    private static bool HasForwards(MetadataReader metadata) =>
        metadata.ExportedTypes.Any(t => metadata.GetExportedType(t).IsForwarder);

    private static bool HasPublicTypes(MetadataReader metadata) =>
        metadata.TypeDefinitions.Any(t => (metadata.GetTypeDefinition(t).Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public);
}
