namespace ChatHelper.Core.Witness;

/// <summary>The four fields of the witness page, as typed. They may hold anything that can be sent.</summary>
/// <param name="Relation">How they stand to the person.</param>
/// <param name="When">When it happened.</param>
/// <param name="Number">Number that called.</param>
/// <param name="Said">What was said.</param>
public sealed record WitnessWords(string Relation, string When, string Number, string Said);
