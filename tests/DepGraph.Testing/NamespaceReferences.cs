using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace DepGraph.Testing;

/// <summary>Code of one namespace needs a type of another one.</summary>
/// <param name="Example">One member that does, with the type it needs: for the message of a test.</param>
public sealed record NamespaceReference(string From, string To, string Example)
{
    public override string ToString() => $"{From} -> {To} ({Example})";
}

/// <summary>Reads from a compiled assembly which namespace needs which: bases, signatures, attributes and bodies, nothing is loaded or run.</summary>
/// <remarks>A constant of another namespace leaves no trace in what the compiler writes, and is not seen.</remarks>
public sealed class NamespaceReferences
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xffff, code => code.OperandType);

    private readonly MetadataReader _metadata;
    private readonly PEReader _file;
    private readonly string _root;
    private readonly TypesOfSignatures _signatures;
    private readonly Dictionary<(string From, string To), NamespaceReference> _found = [];
    private string _namespace = "";
    private string _member = "";

    private NamespaceReferences(PEReader file, string root)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
        _root = root;
        _signatures = new TypesOfSignatures(See);
    }

    /// <summary>Every pair of different namespaces at or below <paramref name="root"/> of which one needs the other, each once, in order.</summary>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static IReadOnlyList<NamespaceReference> In(string dll, string root)
    {
        using var file = new PEReader(File.OpenRead(dll));
        var references = new NamespaceReferences(file, root);
        foreach (var type in references._metadata.TypeDefinitions)
            references.SeeType(type);
        return [.. references._found.Values.OrderBy(reference => reference.From, StringComparer.Ordinal)
            .ThenBy(reference => reference.To, StringComparer.Ordinal)];
    }

    private void SeeType(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        _namespace = NamespaceOf(handle);
        if (!IsInside(_namespace))
            return;
        var name = _metadata.GetString(type.Name);
        _member = name;
        See(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
            See(_metadata.GetInterfaceImplementation(implemented).Interface);
        SeeConstraints(type.GetGenericParameters());
        SeeAttributes(type.GetCustomAttributes());
        foreach (var field in type.GetFields().Select(_metadata.GetFieldDefinition))
        {
            _member = name + "." + _metadata.GetString(field.Name);
            field.DecodeSignature(_signatures, null);
            SeeAttributes(field.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition))
        {
            _member = name + "." + _metadata.GetString(method.Name);
            method.DecodeSignature(_signatures, null);
            SeeConstraints(method.GetGenericParameters());
            SeeAttributes(method.GetCustomAttributes());
            if (method.RelativeVirtualAddress != 0)
                SeeBody(_file.GetMethodBody(method.RelativeVirtualAddress));
        }
    }

    private void SeeConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => _metadata.GetGenericParameter(parameter).GetConstraints()))
            See(_metadata.GetGenericParameterConstraint(constraint).Type);
    }

    private void SeeAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
            See(_metadata.GetCustomAttribute(attribute).Constructor);
    }

    private void SeeBody(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_signatures, null);
        foreach (var region in body.ExceptionRegions.Where(region => region.Kind == ExceptionRegionKind.Catch))
            See(region.CatchType);
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            if (value == 0xfe)
                value = 0xfe00 | code.ReadByte();
            switch (Operands[value])
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    See(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case var operand:
                    code.Offset += SizeOf(operand);
                    break;
            }
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void See(EntityHandle needed)
    {
        if (needed.IsNil)
            return;
        switch (needed.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference:
                var to = NamespaceOf(needed);
                if (to != _namespace && IsInside(to))
                    _found.TryAdd((_namespace, to), new NamespaceReference(_namespace, to, $"{_member} needs {NameOf(needed)}"));
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)needed).DecodeSignature(_signatures, null);
                break;
            case HandleKind.FieldDefinition:
                See(_metadata.GetFieldDefinition((FieldDefinitionHandle)needed).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                See(_metadata.GetMethodDefinition((MethodDefinitionHandle)needed).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var generic = _metadata.GetMethodSpecification((MethodSpecificationHandle)needed);
                generic.DecodeSignature(_signatures, null);
                See(generic.Method);
                break;
            case HandleKind.MemberReference:
                var member = _metadata.GetMemberReference((MemberReferenceHandle)needed);
                See(member.Parent);
                if (member.GetKind() == MemberReferenceKind.Method)
                    member.DecodeMethodSignature(_signatures, null);
                else
                    member.DecodeFieldSignature(_signatures, null);
                break;
        }
    }

    private bool IsInside(string name) => name == _root || name.StartsWith(_root + ".", StringComparison.Ordinal);

    /// <summary>The namespace of the outermost type around.</summary>
    private string NamespaceOf(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeReference)
        {
            var reference = _metadata.GetTypeReference((TypeReferenceHandle)handle);
            return reference.ResolutionScope.Kind == HandleKind.TypeReference ? NamespaceOf(reference.ResolutionScope)
                : _metadata.GetString(reference.Namespace);
        }

        var type = _metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
        return type.GetDeclaringType() is { IsNil: false } around ? NamespaceOf(around) : _metadata.GetString(type.Namespace);
    }

    private string NameOf(EntityHandle handle) => _metadata.GetString(handle.Kind == HandleKind.TypeReference
        ? _metadata.GetTypeReference((TypeReferenceHandle)handle).Name
        : _metadata.GetTypeDefinition((TypeDefinitionHandle)handle).Name);

    /// <summary>Tells every type a signature names.</summary>
    private sealed class TypesOfSignatures(Action<EntityHandle> see) : ISignatureTypeProvider<bool, object?>
    {
        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Seen(handle);

        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Seen(handle);

        public bool GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) => Seen(handle);

        public bool GetArrayType(bool elementType, ArrayShape shape) => true;

        public bool GetByReferenceType(bool elementType) => true;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => true;

        public bool GetGenericMethodParameter(object? context, int index) => true;

        public bool GetGenericTypeParameter(object? context, int index) => true;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;

        public bool GetPinnedType(bool elementType) => true;

        public bool GetPointerType(bool elementType) => true;

        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => true;

        public bool GetSZArrayType(bool elementType) => true;

        private bool Seen(EntityHandle handle)
        {
            see(handle);
            return true;
        }
    }
}
