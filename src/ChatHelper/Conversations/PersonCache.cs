namespace ChatHelper.Conversations;

/// <summary>Conversations lately in use, opened. Used on the writer's thread alone; holds committed state only.</summary>
internal sealed class PersonCache(int capacity)
{
    private readonly Dictionary<Address, LinkedListNode<Person>> _byAddress = [];
    private readonly LinkedList<Person> _lately = new();

    public Person? Find(Address address)
    {
        if (!_byAddress.TryGetValue(address, out var node))
        {
            return null;
        }

        _lately.Remove(node);
        _lately.AddFirst(node);
        return node.Value;
    }

    public void Put(Person person)
    {
        Forget(person.Address);
        _byAddress[person.Address] = _lately.AddFirst(person);
        if (_byAddress.Count > capacity)
        {
            Forget(_lately.Last!.Value.Address);
        }
    }

    public void Forget(Address address)
    {
        if (_byAddress.Remove(address, out var node))
        {
            _lately.Remove(node);
        }
    }
}
