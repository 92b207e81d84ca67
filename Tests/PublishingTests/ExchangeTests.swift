import Foundation
import Testing

@testable import Publishing

/// Where the file system knows no exchange, two steps do the same, and a kill between them loses no site.
struct ExchangeTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("new", to: "new/page")
    try folder.write("old", to: "old/page")
  }

  @Test(arguments: [exchange(_:_:aside:), exchangeInTwoSteps(_:_:aside:)])
  func twoFoldersChangePlaces(
    exchange: @Sendable (String, String, String) throws(PublishingFailure) -> Void
  ) throws {
    try exchange(folder("new"), folder("old"), folder("aside"))
    #expect(try folder.listing() == ["new": "/", "new/page": "old", "old": "/", "old/page": "new"])
  }

  @Test func whereTheNewFolderCannotComeTheOldOneStays() throws {
    #expect(throws: PublishingFailure.self) {
      try exchangeInTwoSteps(folder("missing"), folder("old"), aside: folder("aside"))
    }
    #expect(try folder.listing("old") == ["page": "old"])
  }

  @Test func aSiteThatSteppedAsideComesBack() throws {
    try folder.write("kesu site 1\npage\n", to: "old/.kesu-site")
    try FileManager.default.moveItem(atPath: folder("old"), toPath: folder("new/former"))
    try mend(folder("old"), hold: folder("new"), jobs: 1)
    #expect(try folder.listing("old") == [".kesu-site": "kesu site 1\npage\n", "page": "old"])
  }

  @Test func aSiteWhoseSuccessorCameIsRemoved() throws {
    try folder.write("older", to: "new/former/page")
    try folder.write("kesu site 1\npage\n", to: "new/former/.kesu-site")
    try mend(folder("old"), hold: folder("new"), jobs: 1)
    #expect(try folder.listing() == ["new": "/", "new/page": "new", "old": "/", "old/page": "old"])
  }
}
