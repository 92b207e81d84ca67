// Tests mirror Sources; see the first file of the room.
