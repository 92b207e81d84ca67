// The room is laid out; its first noun moves in next.
