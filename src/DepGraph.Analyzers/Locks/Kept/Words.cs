using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Kept;

/// <summary>The words of a piece of code, as searches for names see them.</summary>
internal static class Words
{
    /// <summary>Stands for <c>new(...)</c> without a type, and for <c>this(...)</c> and <c>base(...)</c> of constructors.</summary>
    public const string Creation = "new()";

    /// <summary>Stands for the places where the name is given a value.</summary>
    public static string Setting(string name) => name + "=";

    /// <summary>Stands for the places where an object of a type with this name is made.</summary>
    public static string Making(string name) => "new " + name;

    public static bool IsPart(char c) => c == '_' || char.IsLetterOrDigit(c);

    public static IEnumerable<string> In(SyntaxNode code)
    {
        var text = code.ToString();
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsPart(text[start]))
                continue;
            var end = start;
            while (end < text.Length && IsPart(text[end]))
                end++;
            yield return text.Substring(start, end - start);
            start = end;
        }

        foreach (var node in code.DescendantNodes())
        {
            if (node is ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax)
                yield return Creation;
            if (node is not SimpleNameSyntax name)
                continue;
            if (IsSet(name))
                yield return Setting(name.Identifier.ValueText);
            if (IsCreated(name))
                yield return Making(name.Identifier.ValueText);
        }
    }

    /// <summary>Assigned, alone or in a deconstruction, or handed on by reference.</summary>
    public static bool IsSet(SyntaxNode reference)
    {
        while (reference.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or MemberBindingExpressionSyntax
            || (reference.Parent is MemberAccessExpressionSyntax access && access.Name == reference)
            || reference.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax })
            reference = reference.Parent;
        return reference.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == reference,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            _ => false,
        };
    }

    /// <summary>It names the type of an object that is made.</summary>
    public static bool IsCreated(SyntaxNode type)
    {
        while (type.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
            type = type.Parent;
        return type.Parent is ObjectCreationExpressionSyntax;
    }
}
