/// Plain values on top of each other: pushed and popped for nothing, in memory of their own.
struct Stack<Element: BitwiseCopyable>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { start.deallocate() }

  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count, "a stack has what is asked for")
    return start[index]
  }

  @inline(__always)
  mutating func push(_ element: Element) {
    if count == capacity { grow(by: 1) }
    start[count] = element
    count += 1
  }

  mutating func push(_ elements: [Element]) {
    if count + elements.count > capacity { grow(by: elements.count) }
    elements.withUnsafeBufferPointer { elements in
      if let first = elements.baseAddress { (start + count).update(from: first, count: elements.count) }
    }
    count += elements.count
  }

  @inline(__always)
  mutating func pop() -> Element {
    precondition(count > 0, "what is popped was pushed")
    count -= 1
    return start[count]
  }

  /// Takes away all but the lowest.
  mutating func cut(to count: Int) {
    precondition(count <= self.count, "a stack is cut, not grown")
    self.count = count
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let room = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2 + more)
    room.update(from: start, count: count)
    start.deallocate()
    (start, capacity) = (room, capacity * 2 + more)
  }
}

extension Stack where Element == UInt64 {
  /// How far behind `start` an element stands among the next `count`; -1 where it does not.
  @inline(__always)
  func place(of element: UInt64, from start: Int, count: Int) -> Int {
    assert(start >= 0 && start + count <= self.count, "a stack has what is asked for")
    var place = 0
    while place < count {
      if self.start[start + place] == element { return place }
      place += 1
    }
    return -1
  }
}
