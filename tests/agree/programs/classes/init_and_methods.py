# Instances with fields and methods.
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
    def deposited(self, amount):
        return Account(self.owner, self.balance + amount)
    def show(self):
        return f"{self.owner}: {self.balance}"

def main():
    a = Account("ann")
    b = a.deposited(50).deposited(2.5)
    return a.show(), b.show(), b.balance
