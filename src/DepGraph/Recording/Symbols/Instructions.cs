using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace DepGraph.Recording.Symbols;

/// <summary>Walks the IL of a method.</summary>
internal static class Instructions
{
    private const int TwoBytes = 0xFE00;
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value & 0xFFFF, o => o.OperandType);

    /// <summary>Each instruction that names a type or a member: its offset, and what it names. Ends early where the bytes are no IL.</summary>
    public static IEnumerable<(int Offset, EntityHandle Names)> ThatName(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var offset = at;
            var code = il[at++] is 0xFE && at < il.Length ? TwoBytes | il[at++] : il[at - 1];
            if (!Operands.TryGetValue(code, out var operand))
                yield break;
            var size = Size(operand, il, at);
            if (size < 0 || at + size > il.Length)
                yield break;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok or OperandType.InlineSig)
                yield return (offset, MetadataTokens.EntityHandle(BitConverter.ToInt32(il, at)));
            at += size;
        }
    }

    private static int Size(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => at + 4 <= il.Length && BitConverter.ToInt32(il, at) is >= 0 and < 1 << 20 and var targets ? 4 + 4 * targets : -1,
        _ => 4,
    };
}
