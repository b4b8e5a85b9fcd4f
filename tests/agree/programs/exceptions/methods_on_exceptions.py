# Exceptions are objects with methods and properties.
class Retry(Exception):
    def __init__(self, count):
        super().__init__(count)
        self.count = count
    @property
    def hopeless(self):
        return self.count > 2
    def again(self):
        return Retry(self.count + 1)

def run():
    e = Retry(0)
    while True:
        try:
            raise e
        except Retry as caught:
            if caught.hopeless:
                return caught.args
            e = caught.again()

def main():
    return run()
