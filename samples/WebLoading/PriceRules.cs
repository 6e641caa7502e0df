using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace WebLoading;

/// <summary>Compiles a price rule, an expression over <c>price</c> and <c>quantity</c>.</summary>
internal static class PriceRules
{
    public static Func<decimal, int, decimal> Compile(string rule)
    {
        var source = $"public static class Rule {{ public static decimal Price(decimal price, int quantity) => {rule}; }}";
        var compilation = CSharpCompilation.Create(
            "PriceRule",
            [CSharpSyntaxTree.ParseText(source)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray()).GetType("Rule")!.GetMethod("Price")!.CreateDelegate<Func<decimal, int, decimal>>();
    }
}
