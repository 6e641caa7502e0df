using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using DepGraph.Graph;
using DepGraph.Recording.Symbols;
using DepGraph.Text;

namespace DepGraph.Types;

/// <summary>A place in the code of one type that names another.</summary>
/// <param name="From">Full name of the type whose code it is.</param>
/// <param name="To">Full name of the type that is named.</param>
/// <param name="Member">The member it is in; empty for the declaration of the type itself.</param>
/// <param name="IsFixed">True for a base type or an interface.</param>
/// <param name="Token">Of the method it is in, or 0.</param>
/// <param name="Offset">In the IL of that method; less than 0 for its signature.</param>
internal readonly record struct Use(string From, string To, string Member, bool IsFixed, int Token = 0, int Offset = -1);

/// <summary>What the metadata and the IL of one assembly say of its types. Nothing is loaded and nothing runs.</summary>
internal sealed partial class AssemblyCode : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _metadata;
    private readonly OwnTypes _types;
    private readonly NamedTypes _named;
    private readonly Lazy<AssemblySymbols?> _symbols;

    private AssemblyCode(PEReader image, string path)
    {
        (_image, _metadata) = (image, image.GetMetadataReader());
        _types = new OwnTypes(_metadata);
        _named = new NamedTypes(_metadata, _types);
        _symbols = new(() => AssemblySymbols.Open(File.OpenRead(path), path, Guid.Empty));
        Name = _metadata.GetString(_metadata.GetAssemblyDefinition().Name);
        Types = [.. _metadata.TypeDefinitions.Select(_types.NameOf).OfType<string>().Distinct()];
    }

    public string Name { get; }

    /// <summary>Full names of its types.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Full name of the type with the entry point; null for a library.</summary>
    public string? EntryType
    {
        get
        {
            var token = _image.PEHeaders.CorHeader?.EntryPointTokenOrRelativeVirtualAddress ?? 0;
            return (uint)token >> 24 == (uint)HandleKind.MethodDefinition && (token & 0xFFFFFF) is > 0 and var row && row <= _metadata.MethodDefinitions.Count
                ? _types.NameOf(_metadata.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(row)).GetDeclaringType()) : null;
        }
    }

    /// <exception cref="DepGraphException"><see cref="Codes.InvalidInput"/>: it cannot be read, or is no .NET assembly.</exception>
    public static AssemblyCode Open(string path) => OrRefused(path, () =>
    {
        var image = new PEReader(File.OpenRead(path), PEStreamOptions.PrefetchEntireImage);
        if (image.HasMetadata && image.GetMetadataReader().IsAssembly)
            return new AssemblyCode(image, path);
        image.Dispose();
        throw new BadImageFormatException("It is no .NET assembly.");
    });

    /// <summary>Does something with a file of code; a damaged one is refused.</summary>
    public static T OrRefused<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or ArgumentException or OverflowException
            or InvalidOperationException or InvalidCastException or NotSupportedException or OutOfMemoryException)
        {
            throw new DepGraphException(Codes.InvalidInput, $"{OneLine.Of(path)} cannot be read as an assembly: {OneLine.Of(e.Message)}", e);
        }
    }

    /// <summary>Each place that names a type, in the order of the metadata. A type names itself too.</summary>
    public IEnumerable<Use> Uses()
    {
        foreach (var handle in _metadata.TypeDefinitions)
        {
            if (_types.NameOf(handle) is not { } from)
                continue;
            var type = _metadata.GetTypeDefinition(handle);
            foreach (var use in Bases(from, type).Concat(type.GetFields().SelectMany(field => Field(from, field)))
                .Concat(type.GetMethods().SelectMany(method => Method(from, type, method))))
                yield return use;
        }
    }

    /// <summary>The line of a place, where symbols tell.</summary>
    public SourcePlace? PlaceOf(Use use) => use.Token == 0 ? null : _symbols.Value?.LineAt(use.Token, use.Offset);

    public void Dispose()
    {
        if (_symbols.IsValueCreated)
            _symbols.Value?.Dispose();
        _image.Dispose();
    }

    private IEnumerable<Use> Bases(string from, TypeDefinition type)
    {
        // Only what an outermost type derives from binds it; of what is nested only its own part would have to change.
        var isOutermost = type.GetDeclaringType().IsNil;
        var bases = type.GetInterfaceImplementations().Select(i => _metadata.GetInterfaceImplementation(i).Interface).Prepend(type.BaseType);
        foreach (var named in bases.Where(handle => !handle.IsNil).Select(_named.Of))
        {
            for (var i = 0; i < named.Length; i++)
                yield return new Use(from, named[i], "", IsFixed: i == 0 && isOutermost);
        }

        foreach (var constraint in type.GetGenericParameters().SelectMany(parameter => _metadata.GetGenericParameter(parameter).GetConstraints()))
        {
            foreach (var to in _named.Of(_metadata.GetGenericParameterConstraint(constraint).Type))
                yield return new Use(from, to, "", IsFixed: false);
        }

        foreach (var use in Attributes(from, "", type.GetCustomAttributes()))
            yield return use;
    }

    private IEnumerable<Use> Field(string from, FieldDefinitionHandle handle)
    {
        var field = _metadata.GetFieldDefinition(handle);
        return field.DecodeSignature(_named, null).Select(to => new Use(from, to, _metadata.GetString(field.Name), IsFixed: false));
    }

    private IEnumerable<Use> Method(string from, TypeDefinition type, MethodDefinitionHandle handle)
    {
        var (method, token) = (_metadata.GetMethodDefinition(handle), MetadataTokens.GetToken(handle));
        var member = MemberName(_metadata.GetString(method.Name), _metadata.GetString(type.Name));
        foreach (var to in _named.Of(method))
            yield return new Use(from, to, member, IsFixed: false, token);
        foreach (var use in Attributes(from, member, method.GetCustomAttributes()))
            yield return use with { Token = token };
        if (method.RelativeVirtualAddress == 0)
            yield break;
        foreach (var (offset, names) in Instructions.ThatName(_image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? []))
        {
            foreach (var to in _named.Of(names))
                yield return new Use(from, to, member, IsFixed: false, token, offset);
        }
    }

    private IEnumerable<Use> Attributes(string from, string member, CustomAttributeHandleCollection attributes) =>
        attributes.SelectMany(attribute => _named.Of(_metadata.GetCustomAttribute(attribute).Constructor))
            .Select(to => new Use(from, to, member, IsFixed: false));

    /// <summary>The member as it stands in the source: of closures, local functions and state machines the one around them.</summary>
    private static string MemberName(string method, string type) => MadeFrom().Match(method) is { Success: true } inMethod ? inMethod.Groups[1].Value
        : MadeFrom().Match(type) is { Success: true } inType ? inType.Groups[1].Value : method;

    [GeneratedRegex("^<(.+)>[a-z]")]
    private static partial Regex MadeFrom();
}
